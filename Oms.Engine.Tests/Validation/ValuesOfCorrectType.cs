using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class ValuesOfCorrectType
{
    [Fact]
    public void Values_of_every_kind_are_accepted() =>
        Accepts("{ animals(first: 1, tags: [\"a\"], where: { kind: DOG, age: 2, and: [{ kind: CAT }] }, any: [1, { a: \"b\" }]) { id } count(level: 1, ratio: 2, flag: true, lists: [[1], null, [null]]) animal(id: 7, kind: CAT, order: null) { id } }");

    [Fact]
    public void A_single_value_stands_for_a_list() =>
        Accepts("{ animals(tags: \"a\") { id } count(level: 1, lists: 1) }");

    [Fact]
    public void Scalars_refuse_other_kinds() =>
        Refuses("{ count(level: \"1\", ratio: \"2\", flag: 1) dog(name: 1) { id } animal(id: 1.5) { id } }", "1:16", "1:28", "1:39", "1:52", "1:73");

    [Fact]
    public void Ints_have_32_bits() =>
        Refuses("{ count(level: 2147483648) b: count(level: -2147483648) c: count(level: 1.0) }", "1:16", "1:73");

    [Fact]
    public void Enums_take_their_own_names_only() =>
        Refuses("{ animal(kind: \"DOG\", order: SIDEWAYS) { id } b: animal(kind: 1, order: true) { id } }", "1:16", "1:30", "1:63", "1:73");

    [Fact]
    public void Null_is_refused_where_the_type_is_non_null() =>
        Refuses("{ count(level: null) animals(tags: [null], first: null) { id } }", "1:16", "1:37", "1:51");

    [Fact]
    public void An_object_that_lacks_a_required_field_is_refused() =>
        Refuses("{ animals(where: { name: \"a\" }) { id } }", "1:18");

    [Fact]
    public void A_required_field_with_a_default_may_be_left_out() =>
        Accepts("{ animals(where: { kind: DOG }) { id } }");

    [Fact]
    public void Unknown_fields_are_refused() =>
        Refuses("{ animals(where: { kind: DOG, size: 1 }) { id } }", "1:31");

    [Fact]
    public void Something_else_instead_of_an_object_is_refused() =>
        Refuses("{ animals(where: \"a\") { id } b: animals(where: [{ kind: DOG }]) { id } }", "1:18", "1:48");

    [Fact]
    public void A_list_where_none_is_expected_is_refused_as_a_whole() =>
        Refuses("{ count(level: [1, \"a\"]) }", "1:16");

    [Fact]
    public void One_of_many_takes_exactly_one() =>
        Accepts("{ find(by: { id: 1 }) { id } }");

    [Fact]
    public void One_of_many_refuses_none_and_two() =>
        Refuses("{ find(by: {}) { id } b: find(by: { id: 1, name: \"a\" }) { id } }", "1:12", "1:35");

    [Fact]
    public void One_of_many_refuses_null() =>
        Refuses("{ find(by: { id: null }) { id } }", "1:12");

    [Fact]
    public void Defaults_of_variables_are_checked() =>
        Refuses("query ($a: Int! = \"1\", $b: [Kind!] = [DOG, null], $c: Where = { kind: DOG, x: 1 }) { count(level: $a) animals(any: { b: $b, c: $c }) { id } }", "1:19", "1:44", "1:76");

    [Fact]
    public void Arguments_of_directives_are_checked() =>
        Refuses("{ pet @include(if: \"yes\") @level(of: 1.5) { __typename } }", "1:20", "1:38");
}
