using System.Collections.Immutable;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>What all named parts of a schema have in common.</summary>
public abstract class TypeSystemMember
{
    private protected TypeSystemMember(string name)
    {
        Name = name;
    }

    /// <summary>Its name, without the <c>@</c> of a directive.</summary>
    public string Name { get; }

    /// <summary>Its description in Markdown; null when it has none.</summary>
    public string? Description { get; internal set; }

    /// <summary>The directives applied to it, those of extensions after those of the definition.</summary>
    public ImmutableArray<AppliedDirective> Directives { get; internal set; } = [];

    /// <summary>The schema coordinate that names it, such as <c>Query.search(text:)</c> (spec 3.14).</summary>
    public abstract string Coordinate { get; }

    /// <summary>Where it is defined; <see cref="Location.IsNone"/> for what the engine brings along.</summary>
    public abstract Location Location { get; }

    /// <summary>
    /// What the execution layer compiled for this member. Written once, while the schema is bound to its resolvers and before the
    /// first request; this assembly's type model never reads it.
    /// </summary>
    public object? RuntimeData { get; set; }

    /// <summary>The first application of a directive to it.</summary>
    /// <param name="name">The name of the directive without the <c>@</c>.</param>
    /// <returns>The application, or null.</returns>
    public AppliedDirective? FindDirective(string name)
    {
        foreach (var directive in Directives)
        {
            if (directive.Name == name)
                return directive;
        }

        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => Coordinate;
}
