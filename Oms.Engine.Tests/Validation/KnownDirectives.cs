using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class KnownDirectives
{
    [Fact]
    public void Known_ones_in_their_places_are_accepted() =>
        Accepts("query @level(of: 1) { pet @mark @include(if: true) { ... @skip(if: false) { __typename } } }");

    [Fact]
    public void An_unknown_one_is_refused() =>
        Refuses("{ pet @unknown { __typename } }", "1:7");

    [Fact]
    public void One_in_another_place_is_refused() =>
        Refuses("query ($a: ID @mark) @mark { animal(id: $a) { ...F @level(of: 1) } } fragment F on Animal @include(if: true) { id }", "1:15", "1:22", "1:52", "1:91");
}
