using System.Reflection;
using Oms.Engine.Binding;
using Oms.Engine.Paging;
using Oms.Engine.Types;

namespace Oms.Engine.Data;

/// <summary>Binds the input types of filters and orders to CLR types: each input field to the property of its name.</summary>
/// <param name="options">What a filter may cost.</param>
/// <param name="problems">Gets what does not fit.</param>
internal sealed class ListQueryBinder(FilterOptions options, List<string> problems)
{
    private static readonly MethodInfo ReadMethod = typeof(ListQueryBinder).GetMethod(nameof(BindTyped), BindingFlags.NonPublic | BindingFlags.Instance)!;

    private readonly Dictionary<(NamedType, Type), object> bound = [];

    /// <summary>Binds the arguments of a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="type">The type of what it lists.</param>
    /// <returns>A <see cref="TypedListQuery{T}"/> of the type.</returns>
    public ListQuery Bind(FieldDefinition field, Type type) => (ListQuery)ReadMethod.MakeGenericMethod(type).Invoke(this, [field])!;

    private TypedListQuery<T> BindTyped<T>(FieldDefinition field)
    {
        var source = ItemOf(field);
        var where = field.Arguments.TryGetValue(InputTypeNames.Where, out var w) ? w.Type.NamedType as InputObjectType : null;
        var order = field.Arguments.TryGetValue(InputTypeNames.Order, out var o) ? o.Type.NamedType as InputObjectType : null;
        if (where is null && order is null)
            problems.Add($"{field.Coordinate} has neither an argument where nor order of an input type.");
        return new TypedListQuery<T>(where is null ? null : FilterOf<T>(where, source), order is null ? null : SortOf<T>(order), options);
    }

    private static ComplexType? ItemOf(FieldDefinition field) =>
        (field.Type.NullableType.ItemType is null ? PagingBinder.NodeOf(field)?.NamedType as ComplexType : null) ?? field.Type.NamedType as ComplexType;

    private ObjectFilter<T> FilterOf<T>(InputObjectType input, ComplexType? source)
    {
        if (bound.TryGetValue((input, typeof(T)), out var known))
            return (ObjectFilter<T>)known;
        var filter = new ObjectFilter<T>();
        bound[(input, typeof(T))] = filter;
        foreach (var member in input.Fields.Where(f => f.Name is not ("and" or "or")))
        {
            if (PropertyOf(typeof(T), member) is not { } property)
                continue;
            var field = source is not null && source.Fields.TryGetValue(member.Name, out var found) ? found : null;
            filter.Members[member.Name] = (MemberFilter<T>)Call(nameof(MemberOf), [typeof(T), property.PropertyType], property, member, field)!;
        }

        return filter;
    }

    private PropertyFilter<T, TValue>? MemberOf<T, TValue>(PropertyInfo property, InputValueDefinition member, FieldDefinition? field) =>
        ValuesOf<TValue>(member, field) is { } values ? new PropertyFilter<T, TValue>(property, values) : null;

    // Conditions that have eq or the like are those of a scalar or enum, those that have some and none of a list, and others of an object.
    private Filter<TValue>? ValuesOf<TValue>(InputValueDefinition member, FieldDefinition? field)
    {
        if (member.Type.NamedType is not InputObjectType input || member.Type.NullableType.ItemType is not null)
        {
            problems.Add($"{member.Coordinate} is {member.Type}, which is no filter.");
            return null;
        }

        if (input.Fields.TryGetValue("eq", out _) || input.Fields.TryGetValue("in", out _) || input.Fields.TryGetValue("gt", out _))
            return new OperationFilter<TValue>(field?.Type.IsNonNull != true);
        if (!input.Fields.TryGetValue("some", out var some))
            return FilterOf<TValue>(input, field?.Type.NamedType as ComplexType);
        if (ListItems.Of(typeof(TValue)) is { } item)
            return (Filter<TValue>?)Call(nameof(ListOf), [typeof(TValue), item], some, field);
        problems.Add($"{member.Coordinate} holds conditions on a list, but {InputMismatches.NameOf(typeof(TValue))} is none.");
        return null;
    }

    private ListFilter<TList, TItem>? ListOf<TList, TItem>(InputValueDefinition some, FieldDefinition? field)
        where TList : IEnumerable<TItem> => ValuesOf<TItem>(some, field) is { } items ? new ListFilter<TList, TItem>(items) : null;

    private ObjectSort<T> SortOf<T>(InputObjectType input)
    {
        if (bound.TryGetValue((input, typeof(T)), out var known))
            return (ObjectSort<T>)known;
        var sort = new ObjectSort<T>();
        bound[(input, typeof(T))] = sort;
        foreach (var member in input.Fields)
            if (PropertyOf(typeof(T), member) is { } property)
                sort.Members[member.Name] = member.Type.NamedType is InputObjectType nested
                    ? (SortMember<T>)Call(nameof(SortMemberOf), [typeof(T), property.PropertyType], property, nested)!
                    : (SortMember<T>)Activator.CreateInstance(typeof(ValueSort<,>).MakeGenericType(typeof(T), property.PropertyType), property)!;
        return sort;
    }

    private ObjectSortMember<T, TValue> SortMemberOf<T, TValue>(PropertyInfo property, InputObjectType nested)
        where TValue : class => new(property, SortOf<TValue>(nested));

    private PropertyInfo? PropertyOf(Type type, InputValueDefinition member)
    {
        var property = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Concat(type.GetInterfaces().SelectMany(i => i.GetProperties()))
            .FirstOrDefault(p => p.GetIndexParameters().Length == 0 && MemberNames.Of(p) == member.Name);
        if (property is null)
            problems.Add($"{member.Coordinate} is bound to {type.Name}, which has no property of that name.");
        return property;
    }

    private object? Call(string method, Type[] types, params object?[] arguments) =>
        typeof(ListQueryBinder).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(types).Invoke(this, arguments);
}
