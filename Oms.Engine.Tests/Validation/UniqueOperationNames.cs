using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class UniqueOperationNames
{
    [Fact]
    public void Different_names_are_accepted() =>
        Accepts("query A { pet { __typename } } query B { pet { __typename } }");

    [Fact]
    public void Equal_names_are_refused_at_both() =>
        Refuses("query A { pet { __typename } } mutation A { feed(id: 1) { id } }", "1:7 1:41");

    [Fact]
    public void An_operation_may_be_named_like_a_fragment() =>
        Accepts("query A { ...A } fragment A on Query { pet { __typename } }");
}
