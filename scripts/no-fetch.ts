/** Stands for a package that fetches. */
export default function noFetch(): never {
  throw new Error('parkplan fetches nothing');
}
