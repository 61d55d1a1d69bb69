using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class FragmentsOnCompositeTypes
{
    [Fact]
    public void Objects_interfaces_and_unions_are_accepted() =>
        Accepts("{ pet { ... on Dog { id } ... on Animal { id } ... on Pet { __typename } } }");

    [Fact]
    public void A_scalar_is_refused() =>
        Refuses("{ pet { ... on String { length } } }", "1:16");

    [Fact]
    public void An_enum_and_an_input_object_are_refused() =>
        Refuses("{ pet { ...F ...G } } fragment F on Kind { a } fragment G on Where { b }", "1:37", "1:62");
}
