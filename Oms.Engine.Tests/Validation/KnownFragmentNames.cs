using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class KnownFragmentNames
{
    [Fact]
    public void An_unknown_fragment_is_refused_at_its_name() =>
        Refuses("{ pet { ... Missing } }", "1:13");

    [Fact]
    public void A_fragment_may_be_defined_before_or_after() =>
        Accepts("fragment F on Dog { ...G } { pet { ...F } } fragment G on Dog { id }");
}
