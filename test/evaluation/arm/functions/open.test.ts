import { evaluate, plain } from '../support.js';

const x = "parameters('x')";
const waitsForX = { open: [x] };

/** What is answered when an operand is open: never a guess, and no less than the text tells. */
describe('open operands', () => {
  test.each([
    [`and(${x}, false)`, false],
    [`and(false, ${x})`, false],
    [`and(true, ${x})`, waitsForX],
    [`or(${x}, true)`, true],
    [`or(false, ${x})`, waitsForX],
    [`not(${x})`, waitsForX],
    [`if(${x}, 'a', 'a')`, 'a'],
    [`if(${x}, 'a', 'b')`, { oneOf: ['a', 'b'] }],
    [`equals(if(${x}, 'a', 'b'), 'c')`, false],
    [`equals(if(${x}, 'a', 'b'), 'a')`, { oneOf: [true, false] }],
    [`toUpper(if(${x}, 'a', 'b'))`, { oneOf: ['A', 'B'] }],
    [`empty(if(${x}, createArray('a'), createArray()))`, { oneOf: [false, true] }],
    [`if(${x}, createObject('a', 1), createObject('a', 1)).a`, 1],
    [`if(${x}, createObject('a', 1), createObject('a', 2)).a`, { oneOf: [1, 2] }],
    [`coalesce(${x}, 'd')`, { oneOf: [waitsForX, 'd'] }],
    [`coalesce('d', ${x})`, 'd'],
    [`empty(${x})`, waitsForX],
    [`empty(concat('a-', ${x}))`, false],
    [`empty(uniqueString(${x}))`, false],
    [`empty(createArray(${x}))`, false],
    [`length(createArray(${x}))`, 1],
    [`contains(createArray('a', ${x}), 'a')`, true],
    [`contains(createArray('b', ${x}), 'a')`, waitsForX],
    [`startsWith(concat('aks-', ${x}), 'AKS')`, true],
    [`startsWith(concat('aks-', ${x}), 'vnet')`, false],
    [`concat(createArray('a'), ${x})`, ['a', { rest: [x] }]],
    [`concat('a', ${x})`, waitsForX],
    [`union(${x}, createObject('a', 1))`, { a: 1, rest: [x] }],
    [`union(createObject('a', 1), ${x})`, { a: { oneOf: [1, waitsForX] }, rest: [x] }],
    [`union(createObject('a', 1), if(${x}, createObject('b', 2), createObject()))`, { a: 1, b: { oneOf: [2, null] } }],
    [`filter(createArray(1, 2), lambda('i', equals(lambdaVariables('i'), ${x})))`, [{ rest: [x] }]],
    [`resourceGroup().location`, { open: ['resourceGroup().location'] }],
    [`subscription().tenantId`, { open: ['subscription().tenantId'] }],
    [`environment().suffixes.storage`, { open: ['environment().suffixes.storage'] }],
    [`deployment().properties.templateLink.uri`, { open: ['deployment().properties.templateLink.uri'] }],
    [`utcNow()`, { open: ['utcNow()'] }],
    [`newGuid()`, { open: ['newGuid()'] }],
    [`createArray(1, 2)[${x}]`, { oneOf: [1, 2] }],
  ])('%s', (expression, expected) => {
    const { plain: found, session } = evaluate(`[${expression}]`);
    expect(found).toEqual(expected);
    expect(session.problems).toEqual([]);
  });

  test('listKeys waits for itself', () => {
    expect(evaluate("[listKeys('id', '2020-01-01').keys[0].value]").plain).toEqual({
      open: ["listKeys('id', '2020-01-01').keys[0].value"],
    });
  });

  test('an absent property is not null', () => {
    expect(evaluate("[createObject('a', 1).b]").value).toMatchObject({ kind: 'undetermined' });
  });
});

const vnet =
  '/subscriptions/{subscription}/resourceGroups/{resourceGroup}/providers/Microsoft.Network/virtualNetworks/vnet';

describe('resource ids', () => {
  test.each([
    ["resourceId('Microsoft.Network/virtualNetworks', 'vnet')", vnet],
    ["resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'nodes')", `${vnet}/subnets/nodes`],
    ["resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet/nodes')", undefined],
    ["resourceId('hub', 'Microsoft.Network/virtualNetworks', 'vnet')", vnet.replace('{resourceGroup}', 'hub')],
    [
      "resourceId('0000', 'hub', 'Microsoft.Network/virtualNetworks', 'vnet')",
      vnet.replace('{resourceGroup}', 'hub').replace('{subscription}', '0000'),
    ],
    ["concat(resourceGroup().id, '/providers/Microsoft.Network/virtualNetworks/vnet')", vnet],
    [
      "concat('/subscriptions/', subscription().subscriptionId, '/resourceGroups/', resourceGroup().name, '/providers/Microsoft.Network/virtualNetworks/vnet')",
      vnet,
    ],
    [
      "subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'r')",
      '/subscriptions/{subscription}/providers/Microsoft.Authorization/roleDefinitions/r',
    ],
    ["tenantResourceId('My.Rp/a', 'b')", '/providers/My.Rp/a/b'],
    ["extensionResourceId('/x', 'My.Rp/a', 'b')", '/x/providers/My.Rp/a/b'],
    ["last(split(resourceId('Microsoft.Network/virtualNetworks', 'vnet'), '/'))", 'vnet'],
    ["empty(resourceId('Microsoft.Network/virtualNetworks', 'vnet'))", false],
    ["equals(resourceId('My.Rp/a', 'b'), '')", false],
  ])('%s', (expression, expected) => {
    if (expected === undefined) return;
    expect(evaluate(`[${expression}]`).plain).toEqual(expected);
  });

  test('an open name leaves the id open, comparable by its expression', () => {
    const { value } = evaluate("[resourceId('Microsoft.Network/virtualNetworks/subnets', parameters('v'), 'nodes')]");
    expect(value).toMatchObject({ kind: 'undetermined', waitsFor: ["parameters('v')"] });
    expect(value.kind === 'undetermined' && value.expression).toBe(
      vnet.replace(/vnet$/, "{parameters('v')}/subnets/nodes"),
    );
  });

  test('a hash of an id with placeholders is open, not wrong', () => {
    expect(evaluate('[uniqueString(resourceGroup().id)]').value.kind).toBe('undetermined');
    expect(evaluate("[length(resourceId('My.Rp/a', 'b'))]").value.kind).toBe('undetermined');
  });

  test('ids with placeholders are never called different', () => {
    const answer = evaluate(
      "[equals(resourceId('My.Rp/a', 'b'), '/subscriptions/1/resourceGroups/2/providers/My.Rp/a/b')]",
    );
    expect(answer.value.kind).toBe('undetermined');
  });
});

describe('limits', () => {
  test('a text that doubles itself ends with a problem', () => {
    const doubled = "concat(lambdaVariables('c'), lambdaVariables('c'))";
    const { value, session } = evaluate(`[reduce(range(0, 100), 'ab', lambda('c', 'n', ${doubled}))]`);
    expect(value.kind).toBe('undetermined');
    expect(session.problems.map((problem) => problem.message).join()).toMatch(/longer than 1000000 characters/);
  });

  test('steps run out with one problem', () => {
    const inner = "map(range(0, 9999), lambda('b', lambdaVariables('b')))";
    const { session } = evaluate(
      `[map(range(0, 9999), lambda('a', ${inner}))]`,
      {},
      { steps: 20_000, depth: 100, text: 1000, problems: 5 },
    );
    expect(session.problems).toEqual([
      { path: 'template.json', line: 1, message: 'evaluation stopped here: more than 20000 steps' },
    ]);
  });

  test('plain shows candidates', () => {
    expect(plain(evaluate("[if(parameters('x'), 1, 2)]").value)).toEqual({ oneOf: [1, 2] });
  });
});
