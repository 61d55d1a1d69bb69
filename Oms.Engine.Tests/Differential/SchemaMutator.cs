using System.Text.RegularExpressions;

namespace Oms.Engine.Tests.Differential;

/// <summary>Adds to schemas what they may have, and breaks them by whole definitions, members and names.</summary>
internal sealed partial class SchemaMutator(Random random, string sdl)
{
    private static readonly string[] Additions =
    [
        "\"A query.\" schema @mark { query: Query }", "schema { query: Query mutation: Mutation }", "schema { query: T1 }", "schema { query: Query mutation: Query }", "schema { query: In1 }", "schema { subscription: T1 query: Query }",
        "extend schema @mark", "extend schema { mutation: T1 }", "extend schema { query: T2 }", "directive @mark repeatable on SCHEMA | SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INTERFACE | UNION | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION",
        "directive @once(a: In1, b: Int! = 3) on OBJECT | ENUM_VALUE", "directive @loop(a: Loop) on INPUT_FIELD_DEFINITION input Loop { a: Int @loop }", "directive @self(a: Int @self) on ARGUMENT_DEFINITION", "directive @deprecated on FIELD", "directive @note on FIELD", "directive @__own on FIELD",
        "directive @bad(a: T1) on FIELD", "directive @twice(a: Int, a: Int) on FIELD", "directive @dep(a: Int! @deprecated) on FIELD", "directive @dep2(a: Int @deprecated(reason: \"no\")) on FIELD", "directive @places on FIELD | FIELD | QUERY",
        "extend type T1 { added: Int }", "extend type T1 { f0: Int }", "extend type T1 @mark", "extend type T1 implements I1", "extend type Missing { a: Int }", "extend input T1 { a: Int }", "extend input In1 { added: Int = 1 }", "extend input In1 { added: Int! }", "extend enum E1 { ADDED }", "extend enum E1 { V0 }",
        "extend union U1 = T2", "extend union U1 = T1", "extend union U1 = I1", "extend interface I1 { added: Int }", "extend scalar Anything @specifiedBy(url: \"urn:any\")", "extend scalar String @mark", "extend type __Type { a: Int }", "extend interface I1 implements I2",
        "scalar Url @specifiedBy(url: \"urn:x\")", "scalar Twice @specifiedBy(url: \"a\") @specifiedBy(url: \"b\")", "scalar NoUrl @specifiedBy", "scalar Int", "scalar Anything", "scalar __Own", "type Empty", "type Bad { a: In1 }", "type __T { a: Int }", "type Own { __a: Int }", "type Arg { a(__b: Int): Int }",
        "type Dep { a: Int @deprecated b: Int @deprecated(reason: \"\"\"of\n age\"\"\") c(d: Int @deprecated, e: Int! @deprecated): Int }", "type DepNull { a: Int @deprecated(reason: null) }", "input DepIn { a: Int @deprecated b: Int! @deprecated }", "enum DepE { A @deprecated B @deprecated(reason: 1) }",
        "interface Deep implements I1 & Deeper { a: Int } interface Deeper implements Deep { a: Int }", "interface Self implements Self { a: Int }", "type Part implements Whole & Part2 { a(b: Int, c: Int): Int! } interface Whole { a(b: Int): Int } interface Part2 { a: Int }", "type Lacks implements I1 { other: Int }",
        "type More implements Asks { a(b: Int, c: Int!): Int } interface Asks { a(b: Int): Int }", "type Dflt implements Asks2 { a(b: Int!): Int } interface Asks2 { a(b: Int! = 1): Int }", "interface Wide { a: Wide } type Narrow implements Wide { a: Narrow }", "interface L { a: [Int] } type LL implements L { a: [Int!]! }", "interface DepI { a: Int } type DepO implements DepI { a: Int @deprecated }",
        "interface WithU { a: U1 } type WithT implements WithU { a: T1 }", "union Same = T1 | T1", "union None", "union Bad = Int | In1", "union OfU = U1", "enum Bare", "enum Vals { A A }", "enum Refl { __A }", "enum Nul { null }", "input InSelf { a: InSelf! }", "input InA { b: InB! } input InB { a: InA! }", "input InList { a: [InList!]! }", "input InOpt { a: InOpt }",
        "input Bad2 { a: T1 }", "input Dup { a: Int a: Int }", "input One @oneOf { a: Int b: String }", "input OneBad @oneOf { a: Int! b: String = \"x\" }", "input OneOne @oneOf { a: OneOne }", "type OneT @oneOf { a: Int }", "input MixA @oneOf { b: MixB } input MixB { a: MixA! }", "input EscA @oneOf { b: EscB c: Int } input EscB { a: EscA! }", "input OneTwice @oneOf @oneOf { a: Int }", "input OneEmpty @oneOf",
        "input Cyc { a: Cyc = {} }", "input CycA { b: CycB = {} } input CycB { a: CycA = {} }", "input CycOk { a: CycOk = { a: null } }", "input Def { a: Int = \"x\" b: [Int!] = [null] c: In1 = { missing: 1 } d: E1 = V0 e: E1 = NOPE f: Int = 99999999999 g: ID = 1.5 }", "input DefOk { a: Int = 1 b: [Int!] = 3 d: E1 = V0 f: Float = 1 g: ID = 7 h: Boolean = true i: String = \"\"\"b\n  l\"\"\" j: Anything = { a: [1, $b] } }",
        "type Dirs @mark @mark @unknown @mark(a: 1) { a: Int @once b: Int @skip(if: true) }", "type Dirs2 @once(a: { f0: 1 }) { a: Int }", "type Dirs3 @once(b: null) { a: Int }", "type Dirs4 @once @once { a: Int }", "query { f0 }", "fragment F on T1 { f0 }", "\"d\" type Doc { \"f\" a(\"\"\"b\"\"\" b: Int): Int }", "\"\"\"\n  x\n   y \\\"\"\" \n\"\"\" scalar Doc2", "type Query { again: Int }",
        "type Refs { a: Missing b(c: Missing2): [Missing3!] }", "type Int2 implements T1 { a: Int }", "type Twice implements I1 & I1 { a: Int }", "type Names { a: Int a: Int }", "type Args { a(b: Int, b: Int): Int }", "extend schema { query: Query }", "extend schema { subscription: T1 subscription: T2 }",
    ];

    /// <summary>The schema with some of all that added, and now and then broken by name.</summary>
    public string Mutate()
    {
        var text = sdl;
        for (var i = random.Next(0, 4); i > 0; i--)
            text = random.Next(4) == 0 ? Additions[random.Next(Additions.Length)] + "\n" + text : text + Additions[random.Next(Additions.Length)] + "\n";
        return random.Next(3) == 0 ? Exchange(text) : text;
    }

    private string Exchange(string text)
    {
        var names = Name().Matches(text);
        var (from, to) = (names[random.Next(names.Count)], names[random.Next(names.Count)].Value);
        return text[..from.Index] + to + text[(from.Index + from.Length)..];
    }

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Name();
}
