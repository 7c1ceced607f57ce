/** The same keys with text in each; English has no «few» and «many». */
export type SameShape<Texts> = {
  readonly [Key in keyof Texts as Key extends `${string}_few` | `${string}_many`
    ? never
    : Key]: Texts[Key] extends string ? string : SameShape<Texts[Key]>;
};
