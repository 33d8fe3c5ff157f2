/** Shows only a name in the tab, whatever the pages behind it want to show. Answers how to stop. */
export function onlyName(name: string): () => void {
  let wanted = document.title;
  document.title = name;
  const observer = new MutationObserver(() => {
    if (document.title === name) return;
    wanted = document.title;
    document.title = name;
  });
  observer.observe(document.head, { subtree: true, childList: true, characterData: true });
  return () => {
    observer.disconnect();
    document.title = wanted;
  };
}
