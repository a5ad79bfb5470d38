#include "data/data_choices.h"

#include <array>
#include <span>

namespace broto {

namespace {

template<class Choice>
struct Named {
    Choice choice;
    std::string_view name;
};

constexpr auto roles = std::to_array<Named<Role>>({{Role::Feature, "feature"},
                                                   {Role::Target, "target"},
                                                   {Role::Ignore, "ignore"},
                                                   {Role::Group, "group"},
                                                   {Role::Time, "time"}});

constexpr auto tasks =
    std::to_array<Named<Task>>({{Task::Classification, "classification"}, {Task::Regression, "regression"}});

constexpr auto policies = std::to_array<Named<MissingPolicy>>({{MissingPolicy::Keep, "keep"},
                                                               {MissingPolicy::DropRows, "drop-rows"},
                                                               {MissingPolicy::Mean, "mean"},
                                                               {MissingPolicy::Median, "median"},
                                                               {MissingPolicy::MostFrequent, "most-frequent"},
                                                               {MissingPolicy::LastValue, "last-value"}});

constexpr auto scalings = std::to_array<Named<Scaling>>({{Scaling::Standard, "standard"},
                                                         {Scaling::MinMax, "min-max"},
                                                         {Scaling::Robust, "robust"},
                                                         {Scaling::None, "none"}});

constexpr auto methods = std::to_array<Named<SplitMethod>>({{SplitMethod::Random, "random"},
                                                            {SplitMethod::Stratified, "stratified"},
                                                            {SplitMethod::Group, "group"},
                                                            {SplitMethod::Time, "time"},
                                                            {SplitMethod::Column, "column"},
                                                            {SplitMethod::File, "file"},
                                                            {SplitMethod::Folds, "folds"}});

template<class Choice>
std::string_view nameOf(std::span<const Named<Choice>> all, Choice choice)
{
    for (const Named<Choice>& named : all) {
        if (named.choice == choice)
            return named.name;
    }
    return {};
}

template<class Choice>
std::optional<Choice> choiceOf(std::span<const Named<Choice>> all, std::string_view name)
{
    for (const Named<Choice>& named : all) {
        if (named.name == name)
            return named.choice;
    }
    return std::nullopt;
}

}

std::string_view roleName(Role role)
{
    return nameOf<Role>(roles, role);
}

std::optional<Role> roleNamed(std::string_view name)
{
    return choiceOf<Role>(roles, name);
}

std::string_view taskName(Task task)
{
    return nameOf<Task>(tasks, task);
}

std::optional<Task> taskNamed(std::string_view name)
{
    return choiceOf<Task>(tasks, name);
}

std::string_view missingPolicyName(MissingPolicy policy)
{
    return nameOf<MissingPolicy>(policies, policy);
}

std::optional<MissingPolicy> missingPolicyNamed(std::string_view name)
{
    return choiceOf<MissingPolicy>(policies, name);
}

std::string_view scalingName(Scaling scaling)
{
    return nameOf<Scaling>(scalings, scaling);
}

std::optional<Scaling> scalingNamed(std::string_view name)
{
    return choiceOf<Scaling>(scalings, name);
}

std::string_view splitMethodName(SplitMethod method)
{
    return nameOf<SplitMethod>(methods, method);
}

std::optional<SplitMethod> splitMethodNamed(std::string_view name)
{
    return choiceOf<SplitMethod>(methods, name);
}

std::optional<ColumnType> typeNamed(std::string_view name)
{
    for (const ColumnType type :
         {ColumnType::Number, ColumnType::Integer, ColumnType::Boolean, ColumnType::Category, ColumnType::DateTime,
          ColumnType::Identifier, ColumnType::Text, ColumnType::Constant}) {
        if (typeName(type) == name)
            return type;
    }
    return std::nullopt;
}

}
