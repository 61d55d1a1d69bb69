using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class UniqueDirectivesPerLocation
{
    [Fact]
    public void Twice_on_one_place_is_refused() =>
        Refuses("{ pet @skip(if: true) @skip(if: false) @skip(if: true) { __typename } }", "1:7 1:23", "1:7 1:40");

    [Fact]
    public void A_repeatable_one_may_come_twice() =>
        Accepts("{ pet @mark @mark { __typename } }");

    [Fact]
    public void On_two_places_each_is_accepted() =>
        Accepts("{ pet @skip(if: true) { __typename @skip(if: true) } }");
}
