import { loadLinearProgram } from './linear-program';
import { mseAssess, type MseAssessInput } from './mse-assess';
import type { MseAssessment } from './mse-assessment';
import type { OnShare } from './mse-bootstrap-bca';
import { fitExists } from './mse-existence';

/** `mseAssess()` on this thread, with a solver made of the bytes of highs.wasm. */
export async function assessHere(
  input: MseAssessInput,
  wasm: ArrayBuffer,
  onShare?: OnShare,
): Promise<MseAssessment> {
  return mseAssess(input, fitExists(await loadLinearProgram(wasm)), onShare);
}
