using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class NoUnusedFragments
{
    [Fact]
    public void An_unused_fragment_is_refused() =>
        Refuses("{ pet { __typename } } fragment F on Dog { id }", "1:24");

    [Fact]
    public void Fragments_that_only_use_each_other_are_refused() =>
        Refuses("{ pet { __typename } } fragment F on Dog { ...G } fragment G on Dog { id }", "1:24", "1:51");

    [Fact]
    public void A_fragment_used_through_another_is_accepted() =>
        Accepts("{ pet { ...F } } fragment F on Dog { ...G } fragment G on Dog { id }");
}
