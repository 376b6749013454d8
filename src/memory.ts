import { setFlagsFromString } from 'node:v8';

/**
 * Has the garbage collector run before the heap is 1.7 times what was in use after its last run; V8 lets it grow up to four times
 * as large while there is memory left, and most of a review is short-lived. Measured on Node 20.20 with 2 cores: the audit of 3,900
 * files (85 MB) of Bicep and JSON peaks at 350 instead of 520 MB, that of 5,450 YAML files (43 MB) at 410 instead of 570 MB, for
 * 5 to 10 % more processor time. For entry points: it holds for the whole process.
 */
export function growSlowly(): void {
  setFlagsFromString('--heap-growing-percent=70');
}
