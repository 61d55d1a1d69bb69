namespace Oms.Graph.Search;

/// <summary>What a search finds: elements of every kind, in the order of <c>ElementKind</c>, and members.</summary>
internal enum SearchKind
{
    ObjectType,
    LinkType,
    Interface,
    SharedProperty,
    ValueType,
    StructType,
    ActionType,
    FunctionType,
    Property,
    LinkEnd,
    RequiredLink,
    StructField,
    Parameter,
}
