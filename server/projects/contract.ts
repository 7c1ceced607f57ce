/** A project as pickers show it. `GET /api/projects` → { rows: ProjectChoice[] }, active ones by name. */
export interface ProjectChoice {
  readonly projectId: string;
  readonly name: string;
}
