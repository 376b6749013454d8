/** Results and refusals as `terraform console` 1.11.4 gives them. */
import { evaluate, plain, valueOf } from './support.js';

describe('conversion functions', () => {
  test.each<[string, unknown]>([
    ['tolist([1,2]) == tolist([1,2])', true],
    ['can(regex("^a$", "b"))', false],
    ['toset(["b","a","b"])', ['a', 'b']],
    ['toset([3,1,2])', [1, 2, 3]],
    ['toset([1,"a"])', ['1', 'a']],
    ['tolist(toset(["b","a"]))', ['a', 'b']],
    ['tomap({a=1,b="x"})', { a: '1', b: 'x' }],
    ['tobool("true")', true],
    ['tonumber("1.50")', 1.5],
    ['tostring(1.50)', '1.5'],
    ['tostring(true)', 'true'],
    ['tostring(null)', null],
    ['tolist(["a",1])', ['a', '1']],
    ['try({a=1}.b, "x")', 'x'],
    ['try([1][5], null)', null],
    ['can({a=1}.b)', false],
    ['can({a=1}.a)', true],
    ['nonsensitive(sensitive("a"))', 'a'],
    ['try(tobool("maybe"), false)', false],
    ['tolist([])', []],
    ['toset(["a"]) == toset(["a"])', true],
    ['tostring(0.1+0.2)', '0.3'],
    ['tostring(1e-7)', '0.0000001'],
  ])('%s', (expression, wanted) => {
    expect(plain(valueOf(expression))).toEqual(wanted);
  });
});

describe('numeric functions', () => {
  test.each<[string, unknown]>([
    ['abs(-3)', 3],
    ['ceil(1.2)', 2],
    ['floor(-1.2)', -2],
    ['log(16,2)', 4],
    ['max(1,5,3)', 5],
    ['max([1,5,3]...)', 5],
    ['min(1,5,3)', 1],
    ['parseint("ff",16)', 255],
    ['parseint("-12",10)', -12],
    ['pow(2,10)', 1024],
    ['signum(-4)', -1],
    ['sum([1,2,3.5])', 6.5],
    ['parseint("zz", 36)', 1295],
    ['abs("-3")', 3],
    ['ceil("1.5")', 2],
  ])('%s', (expression, wanted) => {
    expect(plain(valueOf(expression))).toEqual(wanted);
  });
});

describe('string functions', () => {
  test.each<[string, unknown]>([
    ['chomp("a\\n\\n")', 'a'],
    ['endswith("hello","lo")', true],
    ['format("%s-%03d-%v", "a", 7, [1,"b"])', 'a-007-[1,"b"]'],
    ['format("%5s|%-5s|%05d|%+d", "a", "b", 42, 7)', '    a|b    |00042|+7'],
    ['format("%.2f %e %g", 3.14159, 12345.678, 0.5)', '3.14 1.234568e+04 0.5'],
    ['format("%x %X %o %b", 255, 255, 8, 5)', 'ff FF 10 101'],
    ['format("%q", "a\\"b")', '"a\\"b"'],
    ['format("%t", true)', 'true'],
    ['format("%%")', '%'],
    ['format("%[2]s %[1]s", "a", "b")', 'b a'],
    ['format("%v", {b=1,a="x"})', '{"a":"x","b":1}'],
    ['format("%s", 1.5)', '1.5'],
    ['format("%#v", "a")', '"a"'],
    ['formatlist("%s-%s", "x", ["a","b"])', ['x-a', 'x-b']],
    ['formatlist("%s", ["a","b"])', ['a', 'b']],
    ['formatlist("hi")', ['hi']],
    ['indent(2, "a\\nb\\nc")', 'a\n  b\n  c'],
    ['join("-", ["a","b"], ["c"])', 'a-b-c'],
    ['join(",", [1, true])', '1,true'],
    ['lower("ÄB")', 'äb'],
    ['upper("äß")', 'Äß'],
    ['regex("[a-z]+", "53abc9")', 'abc'],
    ['regex("(\\\\d+)-(\\\\d+)", "a 12-34")', ['12', '34']],
    ['regex("(?P<x>\\\\d+)-(?P<y>\\\\d+)", "a 12-34")', { x: '12', y: '34' }],
    ['regex("a(b)?", "a")', [null]],
    ['regexall("[a-z]+", "1ab2cd")', ['ab', 'cd']],
    ['regexall("x", "abc")', []],
    [
      'regexall("(a)(b)?", "aab")',
      [
        ['a', null],
        ['a', 'b'],
      ],
    ],
    ['regexall("", "ab")', ['', '', '']],
    ['regex("^(?i)ABC$", "abc")', 'abc'],
    ['regex("[[:alpha:]]+", "12abc")', 'abc'],
    ['regex("\\\\bfoo\\\\b", "a foo b")', 'foo'],
    ['regex("a|ab", "ab")', 'a'],
    ['regex("(a+?)(a*)", "aaa")', ['a', 'aa']],
    ['regex("a{2,3}", "aaaa")', 'aaa'],
    ['regex("[^/]+$", "a/b/c")', 'c'],
    ['regex("\\\\pL+", "1äb")', 'äb'],
    ['regex("(?s)a.b", "a\\nb")', 'a\nb'],
    ['regex("(?m)^b$", "a\\nb")', 'b'],
    ['replace("a.b.c", ".", "-")', 'a-b-c'],
    ['replace("abc", "/b/", "x")', 'axc'],
    ['replace("hello world", "/(\\\\w+) (\\\\w+)/", "$2 $1")', 'world hello'],
    ['replace("aaa", "/a/", "$0$0")', 'aaaaaa'],
    ['replace("abc", "/(b)/", "$1x")', 'ac'],
    ['replace("abc", "/(b)/", "$${1}x")', 'abxc'],
    ['replace("a+b", "+", "-")', 'a-b'],
    ['replace("abc", "", "-")', '-a-b-c-'],
    ['replace("abc", "/x*/", "-")', '-a-b-c-'],
    ['split(",", "a,b,,c")', ['a', 'b', '', 'c']],
    ['split(",", "")', ['']],
    ['split("", "abc")', ['a', 'b', 'c']],
    ['startswith("hello","he")', true],
    ['strcontains("hello","ell")', true],
    ['strrev("abc")', 'cba'],
    ['substr("hello", 1, 3)', 'ell'],
    ['substr("hello", -3, -1)', 'llo'],
    ['substr("hello", 0, 50)', 'hello'],
    ['substr("hello", 10, 2)', ''],
    ['substr("héllo", 1, 1)', 'é'],
    ['title("hello world-wide a.b")', 'Hello World-Wide A.B'],
    ['title("hello_world foo2bar it\'s")', "Hello_world Foo2bar It'S"],
    ['trim("?!hello?!", "!?")', 'hello'],
    ['trimprefix("helloworld","hello")', 'world'],
    ['trimsuffix("helloworld","world")', 'hello'],
    ['trimspace("  a \\n")', 'a'],
    ['format("%d", "12")', '12'],
    ['format("%s", true)', 'true'],
    ['strcontains("a","")', true],
    ['endswith("a","")', true],
    ['trimsuffix("aa","")', 'aa'],
    ['substr("abc", 1, 0)', ''],
    ['split("/", "/a/b/")', ['', 'a', 'b', '']],
    ['regexall("(?P<a>x)", "xx")', [{ a: 'x' }, { a: 'x' }]],
    ['formatlist("%s-%d", ["a","b"], [1,2])', ['a-1', 'b-2']],
    ['chomp("a\\r\\n")', 'a'],
    ['trimspace("\\u00a0a\\u00a0")', 'a'],
    ['title("ÉCOLE é")', 'ÉCOLE É'],
    ['startswith("abc", "")', true],
  ])('%s', (expression, wanted) => {
    expect(plain(valueOf(expression))).toEqual(wanted);
  });
});

describe('collection functions', () => {
  test.each<[string, unknown]>([
    ['alltrue([])', true],
    ['alltrue([true,"true"])', true],
    ['alltrue([true,false])', false],
    ['anytrue([false,"true"])', true],
    ['anytrue([])', false],
    ['chunklist(["a","b","c"],2)', [['a', 'b'], ['c']]],
    ['chunklist(["a","b"],0)', [['a', 'b']]],
    ['coalesce("", null, "b")', 'b'],
    ['coalesce(null, 1)', 1],
    ['coalesce("a", "b")', 'a'],
    ['coalescelist([], ["a"])', ['a']],
    ['compact(["a","",null,"b"])', ['a', 'b']],
    ['concat(["a"],["b","c"],[])', ['a', 'b', 'c']],
    ['contains(["a","b"],"b")', true],
    ['contains(["a","b"],"z")', false],
    ['contains([1,2],2)', true],
    ['distinct(["a","b","a"])', ['a', 'b']],
    ['distinct([1,"1",1])', ['1']],
    ['element(["a","b","c"],4)', 'b'],
    ['flatten([["a",["b"]],[],"c"])', ['a', 'b', 'c']],
    ['index(["a","b"],"b")', 1],
    ['keys({b=1,a=2})', ['a', 'b']],
    ['length("héllo")', 5],
    ['length([1,2])', 2],
    ['length({a=1})', 1],
    ['lookup({a="x"},"a","d")', 'x'],
    ['lookup({a="x"},"z","d")', 'd'],
    ['lookup({a="x"},"a")', 'x'],
    ['matchkeys(["i1","i2","i3"],["a","b","a"],["a"])', ['i1', 'i3']],
    ['merge({a=1,b=2},{b=3},null)', { a: 1, b: 3 }],
    ['merge()', {}],
    ['merge({a={x=1}},{a={y=2}})', { a: { y: 2 } }],
    ['one([])', null],
    ['one(["a"])', 'a'],
    ['one(toset(["a"]))', 'a'],
    ['range(3)', [0, 1, 2]],
    ['range(1,4)', [1, 2, 3]],
    ['range(1,8,2)', [1, 3, 5, 7]],
    ['range(5,0)', [5, 4, 3, 2, 1]],
    ['range(1,0,-0.5)', [1, 0.5]],
    ['range(0)', []],
    ['reverse(["a","b"])', ['b', 'a']],
    ['setintersection(["a","b"],["b","c"])', ['b']],
    [
      'setproduct(["a","b"],["x","y"])',
      [
        ['a', 'x'],
        ['a', 'y'],
        ['b', 'x'],
        ['b', 'y'],
      ],
    ],
    [
      'setproduct(toset(["b","a"]),["x"])',
      [
        ['a', 'x'],
        ['b', 'x'],
      ],
    ],
    ['setsubtract(["a","b"],["b"])', ['a']],
    ['setunion(["b"],["a"])', ['a', 'b']],
    ['slice(["a","b","c"],1,3)', ['b', 'c']],
    ['sort(["b","a","C","1"])', ['1', 'C', 'a', 'b']],
    ['sort([10,9,1])', ['1', '10', '9']],
    ['transpose({a=["1","2"],b=["2"]})', { '1': ['a'], '2': ['a', 'b'] }],
    ['values({b=1,a=2})', [2, 1]],
    ['zipmap(["a","b"],[1,2])', { a: 1, b: 2 }],
    ['concat([1],["a"])', [1, 'a']],
    ['flatten([1,[2,[3,{a=[4]}]]])', [1, 2, 3, { a: [4] }]],
    ['merge({a=1},{a=null})', { a: null }],
    ['contains(["1"],1)', false],
    ['length(toset(["a","a"]))', 1],
    ['sort([])', []],
    ['distinct([])', []],
  ])('%s', (expression, wanted) => {
    expect(plain(valueOf(expression))).toEqual(wanted);
  });
});

describe('encoding functions', () => {
  test.each<[string, unknown]>([
    ['base64decode("aGVsbG8=")', 'hello'],
    ['base64encode("héllo")', 'aMOpbGxv'],
    [
      'csvdecode("a,b\\n1,2\\n\\"x,y\\",z")',
      [
        { a: '1', b: '2' },
        { a: 'x,y', b: 'z' },
      ],
    ],
    ['jsondecode("{\\"a\\":[1,null,true]}")', { a: [1, null, true] }],
    ['jsonencode({b=[1,2.5,null,true],a="<x>&\\"\\n"})', '{"a":"\\u003cx\\u003e\\u0026\\"\\n","b":[1,2.5,null,true]}'],
    ['jsonencode("a\\u2028b")', '"a\\u2028b"'],
    ['textencodebase64("ab","UTF-16LE")', 'YQBiAA=='],
    ['textdecodebase64("YQBiAA==","UTF-16LE")', 'ab'],
    ['urlencode("a b&c/d?é~-_.!*\'()")', 'a+b%26c%2Fd%3F%C3%A9~-_.%21%2A%27%28%29'],
    ['yamldecode("a: 1\\nb: [x, true, null]\\nc: \'d\'")', { a: 1, b: ['x', true, null], c: 'd' }],
    [
      'yamlencode({a=1,b=["x",true,null],c={d="e"},e=[],f={},g="l1\\nl2\\n"})',
      '"a": 1\n"b":\n- "x"\n- true\n- null\n"c":\n  "d": "e"\n"e": []\n"f": {}\n"g": |\n  l1\n  l2\n',
    ],
    ['yamlencode([{a=1,b=2},{c=[1,2]},[1,[2]]])', '- "a": 1\n  "b": 2\n- "c":\n  - 1\n  - 2\n- - 1\n  - - 2\n'],
    ['yamlencode("x")', '"x"\n'],
    ['base64sha256("a")', 'ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='],
    ['base64sha512("a")', 'H0D8ktokFpR1CXnubPWC8tXX0o4YM13gWrxU0FYOD1MChgxlK/CNVgJSql50IQVG82n7u86MEs/HlXsmUv6adQ=='],
    ['md5("a")', '0cc175b9c0f1b6a831c399e269772661'],
    ['sha1("a")', '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8'],
    ['sha256("a")', 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb'],
    [
      'sha512("a")',
      '1f40fc92da241694750979ee6cf582f2d5d7d28e18335de05abc54d0560e0f5302860c652bf08d560252aa5e74210546f369fbbbce8c12cfc7957b2652fe9a75',
    ],
    ['uuidv5("dns","www.example.com")', '2ed6657d-e927-568b-95e1-2665a8aea6a2'],
    ['uuidv5("6ba7b810-9dad-11d1-80b4-00c04fd430c8","x")', '05b16a01-46c6-56dd-bd6e-c6dfb4a1427a'],
    ['jsonencode({"a" = "\\u003c"})', '{"a":"\\u003c"}'],
    ['jsondecode("1.50")', 1.5],
    ['jsondecode("\\"x\\"")', 'x'],
    ['jsonencode(1.0)', '1'],
    [
      'jsonencode(1e100)',
      '10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000',
    ],
  ])('%s', (expression, wanted) => {
    expect(plain(valueOf(expression))).toEqual(wanted);
  });
});

describe('date functions', () => {
  test.each<[string, unknown]>([
    ['formatdate("DD MMM YYYY hh:mm ZZZ","2018-01-02T23:12:01Z")', '02 Jan 2018 23:12 UTC'],
    ['formatdate("EEEE, DD-MMM-YY hh:mm:ss ZZZ","2018-01-02T23:12:01Z")', 'Tuesday, 02-Jan-18 23:12:01 UTC'],
    ['formatdate("EEE, DD MMM YYYY hh:mm:ss ZZZ","2018-01-02T23:12:01-08:00")', 'Tue, 02 Jan 2018 23:12:01 -0800'],
    ['formatdate("h \'o\'\'clock\' AA H aa","2018-01-02T13:12:01Z")', "13 o'clock PM 1 pm"],
    [
      'formatdate("M D YY m s Z ZZZZ ZZZZZ MMMM MM EEEE","2018-01-02T03:02:01Z")',
      '1 2 18 2 1 Z +0000 +00:00 January 01 Tuesday',
    ],
    ['timeadd("2017-11-22T00:00:00Z","10m")', '2017-11-22T00:10:00Z'],
    ['timeadd("2017-11-22T00:00:00Z","-1h30m5s")', '2017-11-21T22:29:55Z'],
    ['timecmp("2017-11-22T00:00:00Z","2017-11-22T01:00:00Z")', -1],
  ])('%s', (expression, wanted) => {
    expect(plain(valueOf(expression))).toEqual(wanted);
  });
});

describe('network functions', () => {
  test.each<[string, unknown]>([
    ['cidrhost("10.12.112.0/20",16)', '10.12.112.16'],
    ['cidrhost("10.12.112.0/20",-1)', '10.12.127.255'],
    ['cidrhost("fd00:fd12:3456:7890:00a2::/72",34)', 'fd00:fd12:3456:7890::22'],
    ['cidrnetmask("172.16.0.0/12")', '255.240.0.0'],
    ['cidrsubnet("172.16.0.0/12",4,2)', '172.18.0.0/16'],
    ['cidrsubnet("10.1.2.0/24",4,15)', '10.1.2.240/28'],
    ['cidrsubnet("fd00:fd12:3456:7890::/56",16,162)', 'fd00:fd12:3456:7800:a200::/72'],
    ['cidrsubnets("10.1.0.0/16",4,4,8,4)', ['10.1.0.0/20', '10.1.16.0/20', '10.1.32.0/24', '10.1.48.0/20']],
    ['cidrsubnets("fd00::/56",8,4)', ['fd00::/64', 'fd00:0:0:10::/60']],
    ['cidrsubnet("10.1.2.3/16", 8, 1)', '10.1.1.0/24'],
  ])('%s', (expression, wanted) => {
    expect(plain(valueOf(expression))).toEqual(wanted);
  });
});

describe('path functions', () => {
  test.each<[string, unknown]>([
    ['basename("foo/bar/baz.txt")', 'baz.txt'],
    ['basename("foo/bar/")', 'bar'],
    ['dirname("foo/bar/baz.txt")', 'foo/bar'],
    ['dirname("baz.txt")', '.'],
    ['dirname("/a")', '/'],
    ['dirname("foo/bar/")', 'foo/bar'],
    ['pathexpand("a/b")', 'a/b'],
  ])('%s', (expression, wanted) => {
    expect(plain(valueOf(expression))).toEqual(wanted);
  });
});

describe('what Terraform refuses is a problem and undetermined', () => {
  test.each([
    ['tobool("x")'],
    ['tonumber("abc")'],
    ['{a=1}["b"]'],
    ['"a" < "b"'],
    ['{for x in ["a","a"] : x => 1}'],
    ['["a"][*][0]'],
    ['index([1,2],"2")'],
    ['keys(null)'],
    ['coalesce("", "")'],
    ['element([], 0)'],
    ['slice([1],0,2)'],
    ['zipmap(["a"],[])'],
    ['one(["a","b"])'],
    ['alltrue(["x"])'],
    ['cidrhost("10.0.0.0/30", 4)'],
    ['sum([])'],
  ])('%s', (expression) => {
    const { problems, resources } = evaluate({ 'x.tf': `resource "x" "x" {\n  x = ${expression}\n}\n` });
    expect(problems.map(({ path, line }) => [path, line])).toEqual([['x.tf', 2]]);
    expect(resources[0]?.body.entries.get('x')?.value.kind).toBe('undetermined');
  });
});
