/**
 * What Terraform would refuse: an index out of range, a missing attribute, a wrong argument. `try` and `can` catch it; at
 * the border of a definition it becomes an undetermined value and a problem.
 */
export class Fault extends Error {}
