using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class NoFragmentCycles
{
    [Fact]
    public void A_fragment_that_spreads_itself_is_refused() =>
        Refuses("{ pet { ...F } } fragment F on Dog { friends { ...F } }", "1:48");

    [Fact]
    public void A_circle_of_three_is_refused_once() =>
        Refuses("{ pet { ...A } } fragment A on Dog { ...B } fragment B on Dog { ...C } fragment C on Dog { ...A }", "1:38 1:65 1:92");

    [Fact]
    public void Two_circles_through_one_fragment_are_both_refused() =>
        Refuses("{ pet { ...A } } fragment A on Dog { ...B ...C } fragment B on Dog { ...A } fragment C on Dog { ...A }", "1:38 1:70", "1:43 1:97");

    [Fact]
    public void Spreading_twice_is_no_circle() =>
        Accepts("{ pet { ...A ...B } } fragment A on Dog { ...B } fragment B on Dog { id }");

    [Fact]
    public void A_circle_no_operation_reaches_is_refused() =>
        Refuses("{ pet { ...D } } fragment D on Dog { id ...A } fragment A on Dog { ...A }", "1:68");
}
