using System.Reflection;
using Oms.Engine.Binding;
using Oms.Engine.Configuration;

namespace Oms.Engine.Mutations;

/// <summary>Finds the method that resolves a field, before there is a schema.</summary>
internal static class MutationResolvers
{
    /// <summary>The method, in the order in which resolvers are bound: delegates, extensions, bound classes.</summary>
    /// <param name="setup">What was registered.</param>
    /// <param name="typeName">The type.</param>
    /// <param name="fieldName">The field.</param>
    /// <returns>The method; null when no method resolves it.</returns>
    public static MethodInfo? Find(SchemaSetup setup, string typeName, string fieldName) =>
        setup.Resolvers.LastOrDefault(r => r.TypeName == typeName && r.FieldName == fieldName).Resolver?.Method
        ?? MethodsOf(setup.TypeExtensions.Where(t => t.GetCustomAttribute<ExtendObjectTypeAttribute>()?.Name == typeName), BindingFlags.DeclaredOnly | BindingFlags.Static)
            .Concat(MethodsOf(setup.RuntimeTypes.Where(t => t.TypeName == typeName).Select(t => t.RuntimeType), default))
            .FirstOrDefault(m => MemberNames.Of(m) == fieldName);

    private static IEnumerable<MethodInfo> MethodsOf(IEnumerable<Type> types, BindingFlags which) =>
        types.SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | which)).Where(m => !m.IsSpecialName && m.GetCustomAttribute<GraphQLIgnoreAttribute>() is null);
}
