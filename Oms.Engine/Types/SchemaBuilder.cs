using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Oms.Engine.Data;
using Oms.Engine.Language;
using Oms.Engine.Paging;
using Oms.Engine.Types.DocumentRules;
using Oms.Engine.Types.TypeRules;

namespace Oms.Engine.Types;

/// <summary>
/// Builds a schema from SDL documents: definitions first, extensions merged into them, then every rule of the specification. All
/// violations of a step are found together; a step begins only when the one before it found none.
/// </summary>
public sealed class SchemaBuilder
{
    private readonly List<DefinitionNode> _definitions = [];
    private readonly List<DefinitionNode> _defaults = [];
    private readonly List<SchemaError> _errors = [];
    private readonly List<SchemaExpansion> _expansions = [];
    private SchemaBuilderOptions _options = SchemaBuilderOptions.Default;

    private SchemaBuilder()
    {
    }

    /// <summary>A builder of an empty schema.</summary>
    /// <returns>The builder.</returns>
    public static SchemaBuilder New() => new();

    /// <summary>Adds the definitions and extensions of a document. Documents may extend each other's types, in any order.</summary>
    /// <param name="document">The document; operations and fragments in it are passed over.</param>
    /// <returns>This builder.</returns>
    public SchemaBuilder AddDocument(DocumentNode document)
    {
        ArgumentNullException.ThrowIfNull(document);
        _definitions.AddRange(document.Definitions);
        return this;
    }

    /// <summary>Adds a document that has still to be parsed. A syntax error becomes a violation of the schema.</summary>
    /// <param name="source">The document.</param>
    /// <returns>This builder.</returns>
    public SchemaBuilder AddDocument(Source source)
    {
        try
        {
            return AddDocument(Parser.ParseDocument(source, ParserOptions.TypeSystem));
        }
        catch (SyntaxException e)
        {
            _errors.Add(new SchemaError(SchemaErrorPhase.Syntax, e.Message, [e.Location]));
            return this;
        }
    }

    /// <summary>Adds a document that has still to be parsed.</summary>
    /// <param name="sdl">The document.</param>
    /// <param name="name">A name for messages, such as a file name.</param>
    /// <returns>This builder.</returns>
    public SchemaBuilder AddDocumentFromString(string sdl, string? name = null) => AddDocument(new Source(sdl, name));

    /// <summary>
    /// Adds directives and types that the schema has unless its own documents define something of that name, such as
    /// <c>@authorize</c>.
    /// </summary>
    /// <param name="document">Definitions, no extensions.</param>
    /// <returns>This builder.</returns>
    public SchemaBuilder AddDefaults(DocumentNode document)
    {
        ArgumentNullException.ThrowIfNull(document);
        _defaults.AddRange(document.Definitions);
        return this;
    }

    /// <summary>Adds what rewrites the definitions before they are looked at.</summary>
    /// <param name="expansion">What rewrites them.</param>
    /// <returns>This builder.</returns>
    internal SchemaBuilder AddExpansion(SchemaExpansion expansion)
    {
        _expansions.Add(expansion);
        return this;
    }

    /// <summary>Sets how the schema is built.</summary>
    /// <param name="options">The options.</param>
    /// <returns>This builder.</returns>
    public SchemaBuilder SetOptions(SchemaBuilderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        return this;
    }

    /// <summary>Builds the schema.</summary>
    /// <returns>The schema.</returns>
    /// <exception cref="SchemaException">The documents break rules; all violations of the first failing step are in it.</exception>
    public Schema Build() => TryBuild(out var schema, out var errors) ? schema : throw new SchemaException(errors);

    /// <summary>Builds the schema, or says why not.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="errors">All violations of the first failing step.</param>
    /// <returns>Whether there is a schema.</returns>
    public bool TryBuild([NotNullWhen(true)] out Schema? schema, out ImmutableArray<SchemaError> errors)
    {
        schema = null;
        errors = [.. _errors];
        if (!errors.IsEmpty)
            return false;
        var defaults = WithEnabledDirectives();
        var faults = new List<SchemaError>();
        var definitions = _expansions.Aggregate((IReadOnlyList<DefinitionNode>)_definitions, (found, expand) => expand(found, defaults, faults));
        // Connections first: what is filtered and ordered then is what they list.
        var connected = ConnectionTypes.Expand(definitions, defaults, _options.Paging, faults);
        var document = new SchemaDocument(DataArguments.Expand(connected, defaults, faults), defaults);
        errors = [.. faults, .. SchemaDocumentValidator.Validate(document)];
        if (!errors.IsEmpty)
            return false;
        var built = new SchemaAssembly(document, _options).Assemble(out errors);
        if (_options.StrictValidation)
            errors = errors.AddRange(SchemaValidator.Validate(built));
        if (errors.IsEmpty)
            schema = built;
        return errors.IsEmpty;
    }

    /// <summary>
    /// Builds a schema as it was published, whatever rules it bends: of what is defined twice the last counts, unknown directives are left out,
    /// and unknown types are scalars that take any value. For tools that read the schemas of others; a server's own is built by <see cref="Build"/>.
    /// </summary>
    /// <param name="schema">The schema; null when there is a syntax error or no query root.</param>
    /// <param name="letPass">All violations of all steps; when there is no schema, they say why.</param>
    /// <returns>Whether there is a schema.</returns>
    public bool TryBuildLenient([NotNullWhen(true)] out Schema? schema, out ImmutableArray<SchemaError> letPass)
    {
        schema = null;
        letPass = [.. _errors];
        if (!letPass.IsEmpty)
            return false;
        var defaults = WithEnabledDirectives();
        var document = new SchemaDocument(_definitions, defaults);
        letPass = SchemaDocumentValidator.Validate(document);
        var usable = letPass.IsEmpty ? document : new SchemaDocument(LenientDocument.Of(document), defaults);
        var built = new SchemaAssembly(usable, _options).Assemble(out var violations);
        letPass = letPass.AddRange(violations);
        if (built.QueryType is null)
            return false;
        letPass = letPass.AddRange(SchemaValidator.Validate(built));
        schema = built;
        return true;
    }

    private List<DefinitionNode> WithEnabledDirectives()
    {
        List<DefinitionNode> defaults = [.. _defaults];
        if (_options.EnableDefer)
            defaults.AddRange(BuiltInDefinitions.Defer.Definitions);
        if (_options.EnableStream)
            defaults.AddRange(BuiltInDefinitions.Stream.Definitions);
        if (_options.EnableOptInFeatures)
            defaults.AddRange(BuiltInDefinitions.OptIn.Definitions);
        return defaults;
    }
}
