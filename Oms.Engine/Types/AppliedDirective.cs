using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>A directive applied to a member of the schema.</summary>
/// <param name="definition">What is applied.</param>
/// <param name="node">The application in the schema document.</param>
public sealed class AppliedDirective(DirectiveDefinition definition, DirectiveNode node)
{
    /// <summary>What is applied.</summary>
    public DirectiveDefinition Definition { get; } = definition;

    /// <summary>The application in the schema document.</summary>
    public DirectiveNode Node { get; } = node;

    /// <summary>The name of the directive without the <c>@</c>.</summary>
    public string Name => Definition.Name;

    /// <summary>The value of an argument.</summary>
    /// <param name="name">The name of the argument.</param>
    /// <returns>The value given, else the default, else null.</returns>
    public ValueNode? GetArgument(string name)
    {
        foreach (var argument in Node.Arguments)
        {
            if (argument.Name.Value == name)
                return argument.Value;
        }

        return Definition.Arguments.TryGetValue(name, out var definition) ? definition.DefaultValue : null;
    }

    /// <summary>The value of a string argument.</summary>
    /// <param name="name">The name of the argument.</param>
    /// <returns>The string given, else the default, else null; null too for a literal of another kind.</returns>
    public string? GetString(string name) => (GetArgument(name) as StringValueNode)?.Value;
}
