using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class UniqueFragmentNames
{
    [Fact]
    public void Equal_names_are_refused_at_both() =>
        Refuses("{ pet { ...F } } fragment F on Dog { id } fragment F on Dog { name }", "1:27 1:52");

    [Fact]
    public void Different_names_are_accepted() =>
        Accepts("{ pet { ...F ...G } } fragment F on Dog { id } fragment G on Dog { name }");
}
