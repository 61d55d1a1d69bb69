using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class VariablesInAllowedPosition
{
    [Fact]
    public void The_same_or_a_stricter_type_is_accepted() =>
        Accepts("query ($a: Int!, $b: [String!]!, $c: ID!) { count(level: $a) animals(tags: $b) { id } animal(id: $c) { id } }");

    [Fact]
    public void Another_type_is_refused() =>
        Refuses("query ($a: String) { animal(id: $a) { id } }", "1:8 1:33");

    [Fact]
    public void A_nullable_variable_is_refused_where_null_is_not_allowed() =>
        Refuses("query ($a: Int) { count(level: $a) }", "1:8 1:32");

    [Fact]
    public void It_is_accepted_with_a_default() =>
        Accepts("query ($a: Int = 1) { count(level: $a) }");

    [Fact]
    public void A_default_of_null_does_not_help() =>
        Refuses("query ($a: Int = null) { count(level: $a) }", "1:8 1:39");

    [Fact]
    public void It_is_accepted_where_the_place_has_a_default() =>
        Accepts("query ($a: Int) { animals(first: $a) { id } }");

    [Fact]
    public void Nullable_items_are_refused_where_items_are_non_null() =>
        Refuses("query ($a: [String], $b: String) { animals(tags: $a) { id } b: animals(tags: [$b]) { id } }", "1:8 1:50", "1:22 1:79");

    [Fact]
    public void A_variable_does_not_stand_for_a_list_of_itself() =>
        Refuses("query ($a: String!) { animals(tags: $a) { id } }", "1:8 1:37");

    [Fact]
    public void Fragments_are_looked_into() =>
        Refuses("query ($a: Int) { ...F } fragment F on Query { count(level: $a) }", "1:8 1:61");

    [Fact]
    public void One_of_many_needs_a_non_null_variable() =>
        Refuses("query ($a: ID, $b: String!) { find(by: { id: $a }) { id } b: find(by: { name: $b }) { id } }", "1:8 1:46");

    [Fact]
    public void Input_fields_count_like_arguments() =>
        Refuses("query ($a: String, $b: Int, $c: Kind) { animals(where: { name: $a, age: $b, kind: $c }) { id } }", "1:29 1:83");

    [Fact]
    public void Inside_what_a_scalar_takes_as_a_whole_any_variable_may_stand() =>
        Accepts("query ($a: Int, $b: [Kind!]) { animals(any: [$a, { b: [$b] }]) { id } }");
}
