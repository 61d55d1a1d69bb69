using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>A rule over two versions of an element. The same change may break one consumer and leave another alone, so it has a verdict for each plane.</summary>
/// <param name="Id">Its stable id.</param>
/// <param name="Severity">How much a break of it costs.</param>
/// <param name="Verdicts">A letter for each of <see cref="ConsumerPlane"/> in its order: <c>B</c>reaking, <c>D</c>angerous, <c>N</c>ot breaking, <c>-</c> for a plane that does not see it.</param>
/// <param name="Sentence">What it finds, and what that means.</param>
/// <param name="Example">Something that it finds.</param>
public sealed record ElementRule(string Id, BreakSeverity Severity, string Verdicts, string Sentence, string Example)
{
    /// <summary>How to come over the break.</summary>
    public MigrationKind Migration { get; init; }

    /// <summary>True where it finds something more to use, which makes a minor version.</summary>
    public bool IsAddition { get; init; }

    /// <summary>The kinds it looks at; all where none is named.</summary>
    public ImmutableArray<ElementKind> Kinds { get; init; } = [];

    /// <summary>The id of the rule that finds such a change taken back; null where that is the rule itself.</summary>
    public string? Inverse { get; init; }

    /// <summary>True where it finds a part that was not there before: who knows it does without it where it is not.</summary>
    public bool IsNewPart { get; init; }

    internal Func<ElementPair, IEnumerable<Hit>> Find { get; init; } = _ => [];

    /// <summary>The worst verdict of all planes.</summary>
    public Criticality Worst => Enum.GetValues<ConsumerPlane>().Max(p => VerdictFor(p) ?? Criticality.NonBreaking);

    /// <summary>The verdict for a plane; null where the plane does not see such a change.</summary>
    public Criticality? VerdictFor(ConsumerPlane plane) => Verdicts[(int)plane] switch
    {
        'B' => Criticality.Breaking,
        'D' => Criticality.Dangerous,
        'N' => Criticality.NonBreaking,
        _ => null,
    };

    /// <summary>
    /// The verdict on a plane for one place, in one direction. Forward the change taken back is judged, but for parts that are new: to go back to the
    /// version before takes nothing from who uses them only where they are.
    /// </summary>
    internal Criticality? VerdictFor(ConsumerPlane plane, Hit hit, CompatibilityDirection direction)
    {
        if (direction == CompatibilityDirection.Backward)
            return VerdictFor(plane);
        if (IsNewPart)
            return VerdictFor(plane) is null ? null : Criticality.NonBreaking;
        return (hit.Inverse ?? Inverse) is { } inverse ? ElementRules.Find(inverse)!.VerdictFor(plane) : VerdictFor(plane);
    }

    internal bool LooksAt(ElementKind kind) => Kinds.IsEmpty || Kinds.Contains(kind);
}
