/** The type of a resource that stands for a module of a registry: its name is the source, its body the parameters. */
export const moduleType = 'module';
