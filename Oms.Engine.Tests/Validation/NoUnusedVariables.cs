using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class NoUnusedVariables
{
    [Fact]
    public void An_unused_variable_is_refused() =>
        Refuses("query ($a: ID, $b: ID) { animal(id: $a) { id } }", "1:16");

    [Fact]
    public void Use_in_a_fragment_counts() =>
        Accepts("query ($a: ID) { ...F } fragment F on Query { ...G } fragment G on Query { animal(id: $a) { id } }");

    [Fact]
    public void Use_in_another_operation_does_not_count() =>
        Refuses("query A($a: ID) { pet { __typename } } query B($a: ID) { animal(id: $a) { id } }", "1:9");
}
