using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class ProvidedRequiredArguments
{
    [Fact]
    public void A_missing_argument_is_refused_at_its_field() =>
        Refuses("{ dog { id } }", "1:3");

    [Fact]
    public void A_missing_argument_of_a_directive_is_refused() =>
        Refuses("{ pet @skip { __typename @level } }", "1:7", "1:26");

    [Fact]
    public void One_with_a_default_may_be_left_out() =>
        Accepts("{ animals { id } }");
}
