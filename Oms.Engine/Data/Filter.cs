using System.Collections;
using System.Linq.Expressions;

namespace Oms.Engine.Data;

/// <summary>
/// An input object of conditions on values of one CLR type. It says the same twice: as an expression, which a store translates, and as a
/// delegate made of delegates, which costs no compiler when it is put together for a request.
/// </summary>
/// <typeparam name="T">The values' type.</typeparam>
internal abstract class Filter<T>
{
    /// <summary>The conditions as an expression.</summary>
    /// <param name="target">The value; evaluated more than once, so it must be cheap and pure.</param>
    /// <param name="conditions">The coerced input object.</param>
    /// <returns>True where all conditions hold.</returns>
    public Expression Translate(Expression target, IReadOnlyDictionary<string, object?> conditions)
    {
        Expression? all = null;
        foreach (var (name, value) in conditions)
            if (TranslateOne(target, name, value) is { } one)
                all = all is null ? one : Expression.AndAlso(all, one);
        return all ?? Expression.Constant(true);
    }

    /// <summary>The conditions as a delegate.</summary>
    /// <param name="conditions">The coerced input object.</param>
    /// <returns>True where all conditions hold.</returns>
    public Func<T, bool> Compile(IReadOnlyDictionary<string, object?> conditions)
    {
        List<Func<T, bool>> all = [];
        foreach (var (name, value) in conditions)
            if (CompileOne(name, value) is { } one)
                all.Add(one);
        return All([.. all]);
    }

    /// <summary>One condition as an expression; null when it does not narrow.</summary>
    protected abstract Expression? TranslatePart(Expression target, string name, object? value);

    /// <summary>One condition as a delegate; null when it does not narrow.</summary>
    protected abstract Func<T, bool>? CompilePart(string name, object? value);

    private Expression? TranslateOne(Expression target, string name, object? value) => name switch
    {
        "and" => Parts(value)?.Select(p => Translate(target, p)).Aggregate((Expression)Expression.Constant(true), Expression.AndAlso),
        "or" => Parts(value)?.Select(p => Translate(target, p)).Aggregate((Expression)Expression.Constant(false), Expression.OrElse),
        _ => TranslatePart(target, name, value),
    };

    private Func<T, bool>? CompileOne(string name, object? value) => name switch
    {
        "and" when Parts(value) is { } parts => All([.. parts.Select(Compile)]),
        "or" when Parts(value) is { } parts => Any([.. parts.Select(Compile)]),
        "and" or "or" => null,
        _ => CompilePart(name, value),
    };

    private static IEnumerable<IReadOnlyDictionary<string, object?>>? Parts(object? value) => (value as IEnumerable)?.Cast<IReadOnlyDictionary<string, object?>>();

    private static Func<T, bool> All(Func<T, bool>[] conditions) => conditions switch
    {
        [] => static _ => true,
        [var only] => only,
        _ => value =>
        {
            foreach (var condition in conditions)
                if (!condition(value))
                    return false;
            return true;
        },
    };

    private static Func<T, bool> Any(Func<T, bool>[] conditions) => value =>
    {
        foreach (var condition in conditions)
            if (condition(value))
                return true;
        return false;
    };
}
