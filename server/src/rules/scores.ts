/** Never one number alone: printed together, with the framework's version and hash. */
export interface Scores {
  /** Share of the elements and essentials that apply which are at least mentioned: 0 to 1. */
  readonly breadth: number;
  /** Mean level of those that apply, over 3: 0 to 1. */
  readonly depth: number;
  /** Share of whole threads (gap, measure, target, owner): 0 to 1; undefined where the plan has no thread to judge. */
  readonly consistency: number | undefined;
  /** Id of the pathway with the lowest mean level among those that the plan takes, else among all that apply. */
  readonly weakest: string | undefined;
}
