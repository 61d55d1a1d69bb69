using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class LeafFieldSelections
{
    [Fact]
    public void A_leaf_without_and_a_composite_with_a_selection_are_accepted() =>
        Accepts("{ dog(name: \"a\") { id home { rooms } } }");

    [Fact]
    public void A_leaf_with_a_selection_is_refused_at_the_selection() =>
        Refuses("{ dog(name: \"a\") { id { length } } }", "1:23");

    [Fact]
    public void A_composite_without_a_selection_is_refused() =>
        Refuses("{ pet dog(name: \"a\") { home } }", "1:3", "1:24");
}
