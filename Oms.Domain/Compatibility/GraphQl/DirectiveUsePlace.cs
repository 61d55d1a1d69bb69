namespace Oms.Domain.Compatibility.GraphQl;

/// <summary>A place where directives are applied.</summary>
/// <param name="Rule">What its rules' ids have after <c>DIRECTIVE_USAGE_</c>.</param>
/// <param name="Path">The path of what they are applied to; empty for the schema.</param>
/// <param name="IsNew">True where that is new itself, so that nobody can be surprised.</param>
internal readonly record struct DirectiveUsePlace(string Rule, string Path, bool IsNew);
