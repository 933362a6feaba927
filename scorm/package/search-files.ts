const searchHead = /^assets\/search-[\w-]+-[0-9a-f]{8}\.js$/;

/** Whether a file of the website is the head of a language's search index. */
export const isSearchHead = (path: string): boolean => searchHead.test(path);

/** Whether a file is a part of the search index that has this head. */
export const isSearchPart = (path: string, head: string): boolean =>
  isSearchHead(head) && path.startsWith(head.replace(/\.js$/, '-'));
