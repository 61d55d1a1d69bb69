namespace Oms.Engine.Binding;

/// <summary>Tells what is in a list from its CLR type.</summary>
internal static class ListItems
{
    /// <summary>The type of the items; null for what is no list.</summary>
    public static Type? Of(Type list) => list == typeof(string) ? null : list.IsArray ? list.GetElementType()
        : list.GetInterfaces().Append(list).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
}
