using Oms.Engine.Types;

namespace Oms.Engine.Middleware;

/// <summary>Takes what attributes of one member add to its field.</summary>
/// <param name="field">The field.</param>
internal sealed class ObjectFieldDescriptor(FieldDefinition field) : IObjectFieldDescriptor
{
    /// <inheritdoc/>
    public FieldDefinition Field { get; } = field;

    /// <summary>What was added, the outermost first.</summary>
    public List<FieldMiddleware> Middleware { get; } = [];

    /// <inheritdoc/>
    public IObjectFieldDescriptor Use(FieldMiddleware middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        Middleware.Add(middleware);
        return this;
    }
}
