using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>Rewrites the definitions of a schema before any rule looks at them.</summary>
/// <param name="definitions">What the documents say.</param>
/// <param name="defaults">Gets types that hold unless the documents define some of their name.</param>
/// <param name="errors">Gets what can not be rewritten.</param>
/// <returns>What is to hold instead.</returns>
internal delegate IReadOnlyList<DefinitionNode> SchemaExpansion(IReadOnlyList<DefinitionNode> definitions, List<DefinitionNode> defaults, List<SchemaError> errors);
