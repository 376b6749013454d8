import { annotationsOutsideMetadata } from '../../../src/rules/ingress/annotations-outside-metadata.js';
import { balanced, check, elsewhere, fixOf, service, waiting } from '../../support/subjects.js';

test('bad: the annotation is dropped, and the Service public', () => {
  const [found] = check(annotationsOutsideMetadata, balanced({}, { elsewhere: elsewhere('outside-metadata') }));
  expect(found?.message).toContain('does not stand in metadata, and Kubernetes drops it');
  expect(found?.level).toBe('open');
  expect(fixOf(found)).toContain('azure-load-balancer-internal = "true"');
});

test('good: metadata has it too, or there is no load balancer', () => {
  const outside = { elsewhere: elsewhere('outside-metadata') };
  expect(check(annotationsOutsideMetadata, balanced({ internal: 'true' }, outside))).toEqual([]);
  expect(check(annotationsOutsideMetadata, service(outside))).toEqual([]);
});

test('undetermined: annotations wait for a value', () => {
  const subject = balanced(
    {},
    { elsewhere: elsewhere('outside-metadata'), otherAnnotations: waiting('var.annotations') },
  );
  expect(check(annotationsOutsideMetadata, subject)).toEqual([]);
});
