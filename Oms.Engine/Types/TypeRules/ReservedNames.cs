using Oms.Engine.Language;

namespace Oms.Engine.Types.TypeRules;

/// <summary>Names that begin with two underscores are introspection's (spec 2.1.9).</summary>
internal static class ReservedNames
{
    public static void Check(TypeSystemMember member, SyntaxNode? node, SchemaErrorList errors)
    {
        if (member.Name.StartsWith("__", StringComparison.Ordinal))
            errors.Add($"Name \"{member.Name}\" must not begin with \"__\", which is reserved by GraphQL introspection.", member, node);
    }
}
