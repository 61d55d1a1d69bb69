using System.Reflection;

namespace Oms.Engine.Mutations;

/// <summary>The errors that a mutation declares, and what becomes of what its resolver throws.</summary>
internal sealed class DeclaredErrors
{
    private const string Factory = "CreateErrorFrom";

    private readonly List<DeclaredError> errors = [];

    /// <summary>Reads the attributes of a resolver.</summary>
    /// <param name="resolver">The resolver; null when nothing is known of it.</param>
    /// <param name="problems">Gets what is declared and can not be made.</param>
    public DeclaredErrors(MethodInfo? resolver, List<string> problems)
    {
        foreach (var declared in resolver?.GetCustomAttributes<ErrorAttribute>().Select(a => a.ErrorType) ?? [])
        {
            DeclaredError[] found = [.. WaysOf(declared)];
            errors.AddRange(found);
            if (found.Length == 0)
                problems.Add($"{declared.Name} is no exception, and has no public constructor and no public static {Factory} that takes one.");
        }
    }

    /// <summary>The classes of the errors, in the order of their declaration.</summary>
    public IEnumerable<Type> Types => errors.Select(e => e.ErrorType).Distinct();

    /// <summary>What the payload says of an exception; null when it is none that was declared, as a whole or in a part.</summary>
    public IReadOnlyList<object>? Of(Exception exception)
    {
        IReadOnlyCollection<Exception> thrown = exception is AggregateException several ? several.Flatten().InnerExceptions : [exception];
        var found = thrown.Select(Find).OfType<object>().ToArray();
        return found.Length == thrown.Count && found.Length > 0 ? found : null;
    }

    // The nearest of those that take it: an error declared for an exception itself goes before one for what it derives from.
    private object? Find(Exception exception)
    {
        for (var type = exception.GetType(); type is not null; type = type.BaseType)
            if (errors.Find(e => e.Exception == type) is { } declared)
                return declared.Create(exception);
        return null;
    }

    private static IEnumerable<DeclaredError> WaysOf(Type type)
    {
        if (typeof(Exception).IsAssignableFrom(type))
            return [new DeclaredError(type, type, e => e)];
        var factories = type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(m => m.Name == Factory && ExceptionOf(m) is not null)
            .Select(m => new DeclaredError(ExceptionOf(m)!, m.ReturnType, e => m.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [e], null)!));
        var constructors = type.GetConstructors().Where(c => ExceptionOf(c) is not null)
            .Select(c => new DeclaredError(ExceptionOf(c)!, type, e => c.Invoke(BindingFlags.DoNotWrapExceptions, null, [e], null)));
        return factories.Concat(constructors);
    }

    private static Type? ExceptionOf(MethodBase method) =>
        method.GetParameters() is [var only] && typeof(Exception).IsAssignableFrom(only.ParameterType) ? only.ParameterType : null;
}
