using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>A syntax node to which directives may be applied.</summary>
public interface IHasDirectives
{
    /// <summary>The directives applied here, in source order.</summary>
    ImmutableArray<DirectiveNode> Directives { get; }
}
