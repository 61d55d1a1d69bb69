using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class UniqueVariableNames
{
    [Fact]
    public void Equal_names_are_refused_at_all() =>
        Refuses("query ($a: ID, $a: ID, $a: ID) { animal(id: $a) { id } }", "1:9 1:17 1:25");

    [Fact]
    public void Two_operations_may_use_the_same_name() =>
        Accepts("query A($a: ID) { animal(id: $a) { id } } query B($a: ID) { animal(id: $a) { id } }");
}
