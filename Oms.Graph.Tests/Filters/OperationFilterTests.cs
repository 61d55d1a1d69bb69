using Oms.Domain.Ontology;
using Oms.Graph.Filters;
using Oms.Graph.Nodes;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Filters;

public sealed class OperationFilterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly (StringOperationFilter Filter, bool Matches)[] Texts =
    [
        (new(), true),
        (new() { Eq = "Person" }, true),
        (new() { Eq = "person" }, false),
        (new() { Neq = "Person" }, false),
        (new() { Contains = "erso" }, true),
        (new() { Ncontains = "erso" }, false),
        (new() { In = ["Book", "Person"] }, true),
        (new() { In = [] }, false),
        (new() { Nin = ["Book", "Person"] }, false),
        (new() { StartsWith = "Per" }, true),
        (new() { NstartsWith = "Per" }, false),
        (new() { EndsWith = "son" }, true),
        (new() { NendsWith = "son" }, false),
        (new() { StartsWith = "Per", EndsWith = "x" }, false),
        (new() { And = [new() { Contains = "e" }, new() { Contains = "x" }] }, false),
        (new() { Or = [new() { Contains = "e" }, new() { Contains = "x" }] }, true),
        (new() { Or = [] }, false),
    ];

    private static readonly (DateTimeOperationFilter Filter, bool Matches)[] Moments =
    [
        (new() { Eq = Noon.ToOffset(TimeSpan.FromHours(9)) }, true),
        (new() { Neq = Noon }, false),
        (new() { In = [Noon] }, true),
        (new() { Nin = [Noon] }, false),
        (new() { Gt = Noon }, false),
        (new() { Ngt = Noon }, true),
        (new() { Gte = Noon }, true),
        (new() { Ngte = Noon }, false),
        (new() { Lt = Noon }, false),
        (new() { Nlt = Noon }, true),
        (new() { Lte = Noon }, true),
        (new() { Nlte = Noon }, false),
        (new() { Gte = Noon.AddHours(-1), Lt = Noon.AddHours(1) }, true),
    ];

    [Fact]
    public void A_text_answers_its_conditions() =>
        Texts.Where(t => t.Filter.Matches("Person") != t.Matches).Select(t => t.Filter).ShouldBeEmpty();

    [Fact]
    public void A_moment_answers_its_conditions() =>
        Moments.Where(m => m.Filter.Matches(Noon) != m.Matches).Select(m => m.Filter).ShouldBeEmpty();

    [Fact]
    public void A_list_answers_all_none_some_and_any()
    {
        string[] tags = ["core", "draft"];
        var core = new StringOperationFilter { Eq = "core" };
        new ListStringOperationFilter { Some = core }.Matches(tags).ShouldBeTrue();
        new ListStringOperationFilter { All = core }.Matches(tags).ShouldBeFalse();
        new ListStringOperationFilter { None = core }.Matches(tags).ShouldBeFalse();
        new ListStringOperationFilter { Any = true }.Matches(tags).ShouldBeTrue();
        new ListStringOperationFilter { Any = false }.Matches([]).ShouldBeTrue();
        new ListStringOperationFilter { All = core }.Matches([]).ShouldBeTrue();
    }

    [Fact]
    public void A_reference_is_compared_by_stable_and_by_global_id()
    {
        var person = ElementId.Trusted("ot-person");
        new IdOperationFilter { Eq = "ot-person" }.Matches(person).ShouldBeTrue();
        new IdOperationFilter { In = [GlobalId.Of("ObjectType", "other", "ot-person")] }.Matches(person).ShouldBeTrue();
        new IdOperationFilter { Nin = ["ot-person"] }.Matches(person).ShouldBeFalse();
    }

    [Fact]
    public void An_enum_answers_its_conditions()
    {
        new EnumOperationFilter<Status> { In = [Status.Active, Status.Example] }.Matches(Status.Active).ShouldBeTrue();
        new EnumOperationFilter<Status> { Neq = Status.Active }.Matches(Status.Active).ShouldBeFalse();
        new EnumOperationFilter<Status> { Nin = [Status.Active] }.Matches(Status.Archived).ShouldBeTrue();
    }
}
