using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class UniqueInputFieldNames
{
    [Fact]
    public void Equal_names_are_refused_pair_by_pair() =>
        Refuses("{ animals(where: { kind: DOG, name: \"a\", name: \"b\", name: \"c\" }) { id } }", "1:31 1:42", "1:31 1:53");

    [Fact]
    public void Nested_objects_may_repeat_the_names() =>
        Accepts("{ animals(where: { kind: DOG, and: [{ kind: DOG }, { kind: DOG }] }) { id } }");

    [Fact]
    public void Objects_for_scalars_are_looked_into() =>
        Refuses("{ animals(any: { a: { b: 1, b: 2 } }) { id } }", "1:23 1:29");
}
