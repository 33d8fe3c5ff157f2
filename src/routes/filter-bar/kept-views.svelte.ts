import { withView, type NamedView } from './view-file';

/** Views with names: kept in the memory of the tab alone, and in a file on request. */
class KeptViews {
  list = $state.raw<readonly NamedView[]>([]);

  /** Keeps a view under a name; the one that had the name before gives way. */
  keep(view: NamedView): void {
    this.list = withView(this.list, view);
  }

  remove(name: string): void {
    this.list = this.list.filter((one) => one.name !== name);
  }
}

/** The tab's named views. */
export const keptViews = new KeptViews();
