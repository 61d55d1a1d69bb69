using Oms.Engine.Types;

namespace Oms.Engine.Middleware;

/// <summary>A field of an object type whose resolver carries an attribute. The field's shape is the schema document's; its middleware is added here.</summary>
public interface IObjectFieldDescriptor
{
    /// <summary>The field.</summary>
    public FieldDefinition Field { get; }

    /// <summary>Puts something around the resolving of the field.</summary>
    /// <param name="middleware">What; it comes after what was put there before, and so nearer to the resolver.</param>
    /// <returns>This descriptor.</returns>
    public IObjectFieldDescriptor Use(FieldMiddleware middleware);
}
