using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class KnownArgumentNames
{
    [Fact]
    public void Unknown_arguments_of_fields_and_directives_are_refused() =>
        Refuses("{ animal(size: 1) { id @mark(color: \"red\") @skip(unless: true, if: true) } }", "1:10", "1:30", "1:50");

    [Fact]
    public void Arguments_in_any_order_are_accepted() =>
        Accepts("{ animals(tags: [], first: 2) { id } }");

    [Fact]
    public void A_field_without_arguments_takes_none() =>
        Refuses("{ pet(id: 1) { __typename(a: 1) } }", "1:7", "1:27");
}
