using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class NoUndefinedVariables
{
    [Fact]
    public void An_undeclared_variable_is_refused_with_its_operation() =>
        Refuses("{ animal(id: $a) { id } }", "1:14 1:1");

    [Fact]
    public void One_in_a_fragment_is_refused_for_each_operation_that_lacks_it() =>
        Refuses("query A { ...F } query B($a: ID) { ...F } query C { ...F } fragment F on Query { animal(id: $a) { id } }", "1:93 1:1", "1:93 1:43");

    [Fact]
    public void Variables_inside_lists_and_objects_count() =>
        Refuses("{ animals(tags: [$a], where: { kind: DOG, name: $b }, any: { x: [$c] }) { id } }", "1:18 1:1", "1:49 1:1", "1:66 1:1");

    [Fact]
    public void Variables_of_directives_count() =>
        Refuses("{ pet @include(if: $a) { __typename } }", "1:20 1:1");
}
