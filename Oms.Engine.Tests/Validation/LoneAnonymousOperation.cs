using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class LoneAnonymousOperation
{
    [Fact]
    public void One_operation_without_a_name_is_accepted() =>
        Accepts("{ pet { __typename } }");

    [Fact]
    public void It_is_refused_beside_a_named_one() =>
        Refuses("{ pet { __typename } } query A { pet { __typename } }", "1:1");

    [Fact]
    public void Two_are_both_refused() =>
        Refuses("{ pet { __typename } } { pet { __typename } }", "1:1", "1:24");
}
