using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class VariablesAreInputTypes
{
    [Fact]
    public void Scalars_enums_and_input_objects_are_accepted() =>
        Accepts("query ($a: ID, $b: Kind!, $c: [Where!]) { animal(id: $a, kind: $b) { id } animals(where: { and: $c, kind: DOG }) { id } }");

    [Fact]
    public void Objects_interfaces_and_unions_are_refused() =>
        Refuses("query ($a: Dog, $b: [Animal!], $c: Pet!) { animals(any: { a: $a, b: $b, c: $c }) { id } }", "1:12", "1:21", "1:36");
}
