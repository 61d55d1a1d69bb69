using System.Collections.Immutable;
using Oms.Engine.Language;

namespace Oms.Engine.Types.DocumentRules;

/// <summary>A place in a document with directives applied to it.</summary>
/// <param name="Node">What they are applied to.</param>
/// <param name="Location">The kind of place.</param>
/// <param name="Directives">The applications, at least one.</param>
internal readonly record struct DirectiveSite(SyntaxNode Node, DirectiveLocations Location, ImmutableArray<DirectiveNode> Directives);
