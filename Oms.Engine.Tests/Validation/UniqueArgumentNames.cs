using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class UniqueArgumentNames
{
    [Fact]
    public void Equal_names_are_refused_at_all() =>
        Refuses("{ animal(id: 1, id: 2, id: 3) { id @mark(text: \"a\", text: \"b\") } }", "1:10 1:17 1:24", "1:42 1:53");

    [Fact]
    public void Two_fields_may_have_the_same_argument() =>
        Accepts("{ animal(id: 1) { id } other: animal(id: 2) { id } }");
}
