using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class PossibleFragmentSpreads
{
    [Fact]
    public void Within_and_without_a_type_are_accepted() =>
        Accepts("{ animal { ... on Dog { id } ... on Pet { __typename } } dog(name: \"a\") { ... on Animal { id } ... on Pet { __typename } } }");

    [Fact]
    public void Objects_of_another_type_are_refused() =>
        Refuses("{ dog(name: \"a\") { ... on Cat { id } ...F } } fragment F on Cat { id }", "1:20", "1:38");

    [Fact]
    public void An_interface_that_no_possible_type_implements_is_refused() =>
        Refuses("{ pet { ... on Plant { id } } }", "1:9");
}
