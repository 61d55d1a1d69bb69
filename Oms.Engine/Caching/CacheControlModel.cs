using System.Globalization;
using Oms.Engine.Binding;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Caching;

/// <summary>What <c>@cacheControl</c> says of each field of a schema, read once when it is bound.</summary>
internal sealed class CacheControlModel
{
    /// <summary>The directive.</summary>
    public const string Directive = "cacheControl";

    private readonly Dictionary<FieldDefinition, CacheHint> hints = [];
    private readonly CacheControlOptions options;
    private readonly List<string> problems;

    /// <summary>Reads the directives.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="bindings">Which fields have to be awaited.</param>
    /// <param name="isProtected">Whether not everybody may use a field.</param>
    /// <param name="options">The defaults.</param>
    /// <param name="problems">Gets what the directives say wrongly.</param>
    public CacheControlModel(
        Schema schema, Dictionary<FieldDefinition, FieldBinding> bindings, Func<ObjectType, FieldDefinition, bool> isProtected, CacheControlOptions options, List<string> problems)
    {
        (this.options, this.problems) = (options, problems);
        foreach (var type in schema.Types.Where(t => !t.IsIntrospectionType))
        {
            Check(type, type.FindDirective(Directive));
            if (type is ComplexType complex)
                foreach (var field in complex.Fields)
                    Check(field, field.FindDirective(Directive), type == schema.QueryType, type is InterfaceType);
        }

        foreach (var type in schema.Types.OfType<ObjectType>().Where(t => !t.IsIntrospectionType && t != schema.MutationType && t != schema.SubscriptionType))
            foreach (var field in type.Fields)
                if (HintOf(field, type == schema.QueryType || bindings.GetValueOrDefault(field)?.IsFetched == true, isProtected(type, field)) is { } hint)
                    hints[field] = hint;
    }

    /// <summary>The definitions of a schema that does not bring its own.</summary>
    public static DocumentNode Definition { get; } = Parser.ParseDocument("""
        "How long caches may keep responses with a field, or with any field of a type that says nothing itself."
        directive @cacheControl(
          "For how many seconds."
          maxAge: Int
          "For how many seconds caches may that several people share; as long as others when left out."
          sharedMaxAge: Int
          "Whether as long as the fields around it."
          inheritMaxAge: Boolean
          "Whose caches; everybody's when left out."
          scope: CacheControlScope
          "The headers of requests that the value depends on."
          vary: [String]
        ) on FIELD_DEFINITION | INTERFACE | OBJECT | UNION
        "Whose caches may keep a response."
        enum CacheControlScope {
          "That of the one who asked only."
          PRIVATE
          "Everybody's."
          PUBLIC
        }
        """);

    /// <summary>What a field of an object type says; null when nothing.</summary>
    public CacheHint? Of(FieldDefinition field) => hints.GetValueOrDefault(field);

    private CacheHint? HintOf(FieldDefinition field, bool isFetched, bool isProtected)
    {
        var own = field.FindDirective(Directive);
        var ofType = field.Type.NamedType.FindDirective(Directive);
        if (own is null && ofType is null)
            return isFetched && options.ApplyDefaults ? new CacheHint(options.DefaultMaxAge, null, isProtected || options.DefaultScope == CacheControlScope.Private, [])
                : isProtected ? new CacheHint(null, null, true, []) : null;
        var inherits = own?.GetArgument("inheritMaxAge") is BooleanValueNode { Value: true };
        return new CacheHint(
            Number(own, "maxAge") ?? (inherits ? null : Number(ofType, "maxAge")),
            Number(own, "sharedMaxAge") ?? (inherits ? null : Number(ofType, "sharedMaxAge")),
            isProtected || IsPrivate(own) || IsPrivate(ofType),
            [.. Headers(own), .. Headers(ofType)]);
    }

    private void Check(TypeSystemMember member, AppliedDirective? directive, bool isOfQuery = false, bool isOfInterface = false)
    {
        if (directive is null)
            return;
        var inherits = directive.GetArgument("inheritMaxAge") is BooleanValueNode { Value: true };
        if (isOfInterface)
            Refuse("stands on a field of an interface; the fields of the object types say it");
        if (inherits && member is NamedType)
            Refuse("lets a type inherit an age; only fields can");
        if (inherits && isOfQuery)
            Refuse("lets a field of the query type inherit an age, and there is nothing around it");
        foreach (var age in new[] { "maxAge", "sharedMaxAge" })
        {
            if (Number(directive, age) < 0)
                Refuse($"has a negative {age}");
            if (inherits && Number(directive, age) is not null)
                Refuse($"has both {age} and inheritMaxAge");
        }

        foreach (var header in Headers(directive).Where(h => !IsToken(h)))
            Refuse($"varies by \"{header}\", which is no name of a header");

        void Refuse(string why) => problems.Add($"@cacheControl of {member.Coordinate} {why}.");
    }

    private static bool IsPrivate(AppliedDirective? directive) => directive?.GetArgument("scope") is EnumValueNode { Value: "PRIVATE" };

    private static int? Number(AppliedDirective? directive, string argument) =>
        directive?.GetArgument(argument) is IntValueNode number && int.TryParse(number.Value, CultureInfo.InvariantCulture, out var value) ? value : null;

    // Input coercion of lists: one value stands for a list of one.
    private static IEnumerable<string> Headers(AppliedDirective? directive) => directive?.GetArgument("vary") switch
    {
        ListValueNode list => list.Items.OfType<StringValueNode>().Select(item => item.Value),
        StringValueNode one => [one.Value],
        _ => [],
    };

    // RFC 9110, section 5.6.2.
    private static bool IsToken(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));
}
